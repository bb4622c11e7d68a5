//! transfers
use crate::desk::Desk; use crate::error::{ApiError, Code};
#[allow(clippy::wildcard_imports)] use crate::model::*;
/// x
pub async fn on_the_way(_desk: &Desk, _input: Nothing) -> Result<FilesOnTheWay, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn set_pace(_desk: &Desk, _input: FilePace) -> Result<Nothing, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn pause(_desk: &Desk, _input: PauseFile) -> Result<Nothing, ApiError> { Err(ApiError::new(Code::NotFound)) }
/// x
pub async fn want(_desk: &Desk, _input: FileKey) -> Result<Nothing, ApiError> { Err(ApiError::new(Code::NotFound)) }
