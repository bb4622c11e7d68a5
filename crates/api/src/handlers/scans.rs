//! scans
use crate::desk::Desk; use crate::error::{ApiError, Code};
#[allow(clippy::wildcard_imports)] use crate::model::*;
/// x
pub async fn folder(_desk: &Desk, _input: Nothing) -> Result<ScanFolder, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn set_folder(_desk: &Desk, _input: SetScanFolder) -> Result<ScanFolder, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn thumbnail(_desk: &Desk, _input: ScanName) -> Result<FileThumbnail, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn take(_desk: &Desk, _input: TakeScan) -> Result<FileTaken, ApiError> { Err(ApiError::new(Code::NotFound)) }
