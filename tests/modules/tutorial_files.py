"""The tutorials' files in Python, as anybody would write them, knowing nothing of the calculator."""

from __future__ import annotations

MATH_OPERATIONS = '''\
"""Four operations."""


def add(x, y):
    return x + y


def subtract(x, y):
    return x - y


def multiply(x, y):
    return x * y


def divide(x, y):
    if y == 0:
        raise ValueError("Cannot divide by zero.")
    return x / y
'''
BASIC = "def add(a, b):\n    return a + b\n\ndef subtract(a, b):\n    return a - b\n"
ADVANCED = """\
def multiply(a, b):
    return a * b

def divide(a, b):
    if b == 0:
        raise ValueError("Cannot divide by zero")
    return a / b
"""
CALCULATOR = {
    "calculator/__init__.py": "from .basic import add, subtract\nfrom .advanced import multiply, divide\n",
    "calculator/basic.py": BASIC,
    "calculator/advanced.py": ADVANCED,
}
