"""Whether an input goes on in the next line."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calc_repl.syntax.completeness import is_unfinished, may_be_unfinished

UNFINISHED = ["(", "f(1,", "[1, 2", "1 + \\", '"""a doc', 'f(x) = """doc"""', "(1 + 2\n", "f(x, # note", '"{"a" + (']
FINISHED = ["", "1", "1 +", "(1)", "1)", '"open', "# (", '"("', "f(x) = x", "]", '"a" # (', '"""a doc"""', "(]", "x = "]


@pytest.mark.parametrize("text", UNFINISHED)
def test_input_that_goes_on_is_unfinished(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize("text", FINISHED, ids=[text or "nothing" for text in FINISHED])
def test_input_that_ends_is_finished(text: str) -> None:
    assert not is_unfinished(text)


@given(st.text(alphabet='()[]"\\\n#ax1 {}=', max_size=30))
@example("(1 + # note :)")
def test_cheap_test_is_true_for_every_unfinished_text(text: str) -> None:
    assert may_be_unfinished(text) or not is_unfinished(text)
