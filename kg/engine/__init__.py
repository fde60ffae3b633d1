"""A pure function mapped over documents: local processes now, a cluster by the same contract."""
