"""One file a page: values in, wishes out; no page holds a rule of training."""
