"""Tables in, one file format each."""
