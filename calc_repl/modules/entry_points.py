"""temporary"""


def entry_point(name):
    return None


def python_has(name):
    return False
