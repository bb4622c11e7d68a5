//! Pictures into pixels, within bounds.

use std::io::{BufReader, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::Media;

/// Most memory a decoder may ask for: 100 million pixels in colour.
const MAX_MEMORY: u64 = 320 * 1024 * 1024;

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// It is no picture, or of a kind that is not decoded here.
    #[error("not a picture that can be decoded")]
    NotAPicture,
    /// It would take too much memory.
    #[error("the picture is too large")]
    TooLarge,
    /// It is damaged.
    #[error("the picture is damaged")]
    Unreadable,
}

/// Decodes the first picture of a file, with the way up that is noted in it.
///
/// The pixels stay as they are stored: turn the small picture that is made of them, not this one.
pub fn decode(
    source: &mut (impl Read + Seek),
    media: Media,
) -> Result<(DynamicImage, Orientation), DecodeError> {
    let format = match media {
        Media::Jpeg => ImageFormat::Jpeg,
        Media::Png => ImageFormat::Png,
        Media::Webp => ImageFormat::WebP,
        Media::Tiff => ImageFormat::Tiff,
        Media::Bmp => ImageFormat::Bmp,
        Media::Gif => ImageFormat::Gif,
        _ => return Err(DecodeError::NotAPicture),
    };
    // The file may be hostile and the decoders are other people's.
    catch_unwind(AssertUnwindSafe(|| decode_as(source, format)))
        .unwrap_or(Err(DecodeError::Unreadable))
}

fn decode_as(
    source: &mut (impl Read + Seek),
    format: ImageFormat,
) -> Result<(DynamicImage, Orientation), DecodeError> {
    source.seek(SeekFrom::Start(0)).map_err(|_| DecodeError::Unreadable)?;
    let mut reader = ImageReader::with_format(BufReader::new(source), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| why(&error))?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    if decoder.total_bytes() > MAX_MEMORY {
        return Err(DecodeError::TooLarge);
    }
    let image = DynamicImage::from_decoder(decoder).map_err(|error| why(&error))?;
    Ok((image, orientation))
}

fn why(error: &image::ImageError) -> DecodeError {
    match error {
        image::ImageError::Limits(_) => DecodeError::TooLarge,
        _ => DecodeError::Unreadable,
    }
}
