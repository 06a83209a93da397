//! The entry points by their names in the table.
