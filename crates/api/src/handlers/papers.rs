//! papers
use crate::desk::Desk;
use crate::error::{ApiError, Code};
#[allow(clippy::wildcard_imports)]
use crate::model::*;
/// x
pub async fn keep_form(_desk: &Desk, _input: KeepForm) -> Result<FileTaken, ApiError> {
    Err(ApiError::new(Code::NotFound))
}
/// x
pub async fn list(_desk: &Desk, _input: TicketRefInput) -> Result<Vec<PaperOffer>, ApiError> {
    Err(ApiError::new(Code::NotFound))
}
/// x
pub async fn preview(_desk: &Desk, _input: PaperInput) -> Result<PaperPages, ApiError> {
    Err(ApiError::new(Code::NotFound))
}
/// x
pub async fn print(_desk: &Desk, _input: PaperInput) -> Result<PaperPages, ApiError> {
    Err(ApiError::new(Code::NotFound))
}
/// x
pub async fn save(_desk: &Desk, _input: PaperInput) -> Result<SavedPaper, ApiError> {
    Err(ApiError::new(Code::NotFound))
}
/// x
pub async fn verify(_desk: &Desk, _input: VerifyPaper) -> Result<PaperVerdict, ApiError> {
    Err(ApiError::new(Code::NotFound))
}
