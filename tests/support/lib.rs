//! What the tests share: a real platform over loopback, a wire that can be cut, and stations.

pub mod central;
pub mod station;
pub mod wire;
