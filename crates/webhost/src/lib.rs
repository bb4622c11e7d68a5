//! webhost.
