"""`python -m tests.benchmarks`: is the calculator as fast as it was promised to be?

Every figure is a ratio of two measurements of one run, so that it means the same on any machine. pytest collects
nothing here: a figure is looked at, a test must not depend on what else a machine has to do.
"""
