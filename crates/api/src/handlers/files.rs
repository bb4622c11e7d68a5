//! files
use crate::desk::Desk; use crate::error::{ApiError, Code};
#[allow(clippy::wildcard_imports)] use crate::model::*;
/// x
pub async fn begin(_desk: &Desk, _input: BeginFile) -> Result<Upload, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn piece(_desk: &Desk, _input: FilePiece) -> Result<Nothing, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn finish(_desk: &Desk, _input: FinishFile) -> Result<FileTaken, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn cancel(_desk: &Desk, _input: UploadRef) -> Result<Nothing, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn list(_desk: &Desk, _input: TicketRefInput) -> Result<Vec<FileView>, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn read(_desk: &Desk, _input: ReadFile) -> Result<FileBytes, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn thumbnail(_desk: &Desk, _input: FileKey) -> Result<FileThumbnail, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn open_outside(_desk: &Desk, _input: FileOf) -> Result<Nothing, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn discard(_desk: &Desk, _input: FileOf) -> Result<Nothing, ApiError> { Err(ApiError::new(Code::NotFound)) }
