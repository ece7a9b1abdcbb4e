"""The units of measurement and physical constants the calculator knows."""
