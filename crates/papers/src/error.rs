//! Why a paper could not be made.

/// None of them carries a word of the paper's content.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The template was refused; with the lines of the template, counted from 1.
    #[error("the template was refused at {places:?}")]
    Template {
        /// Where, and why in the compiler's words as far as they quote nothing.
        places: Vec<String>,
    },
    /// The number of the case does not fit into a QR code.
    #[error("the case number is too long for a QR code")]
    NumberTooLong,
    /// A year before 0 or after 9999.
    #[error("the time of making is outside the calendar")]
    Time,
    /// A page as an image: the scale is not between 0.1 and 10.
    #[error("the scale has to lie between 0.1 and 10 pixels per point")]
    Scale,
    /// A page could not be written as PNG.
    #[error("a page could not be written as an image")]
    Image,
    /// The content could not be written as JSON.
    #[error("the content could not be written as JSON")]
    Content(#[from] serde_json::Error),
}
