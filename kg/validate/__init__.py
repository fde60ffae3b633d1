"""A built folder in, what its graph breaks of the contract out, in words."""

from kg.validate.report import Report, validate

__all__ = ["Report", "validate"]
