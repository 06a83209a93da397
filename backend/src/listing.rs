//! The assembly listing.
