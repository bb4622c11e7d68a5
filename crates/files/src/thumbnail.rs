//! Small pictures for lists.

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, Rgb, RgbImage};

/// Longest side of a thumbnail.
pub const THUMBNAIL_PIXELS: u32 = 320;
const QUALITY: u8 = 80;

/// A small JPEG, the right way up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumbnail {
    /// The JPEG.
    pub jpeg: Vec<u8>,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// Makes the thumbnail of a decoded picture; `None` only if it cannot be encoded.
pub fn thumbnail(image: &DynamicImage, orientation: Orientation) -> Option<Thumbnail> {
    let fits = image.width().max(image.height()) <= THUMBNAIL_PIXELS;
    let mut small =
        if fits { image.clone() } else { image.thumbnail(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS) };
    // Turned when it is small: turning the large one would take its memory twice.
    small.apply_orientation(orientation);
    let opaque = on_white(&small);
    let mut jpeg = Vec::new();
    opaque.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY)).ok()?;
    Some(Thumbnail { jpeg, width: opaque.width(), height: opaque.height() })
}

/// JPEG has no transparency; scans with it mean paper.
fn on_white(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let source = image.to_rgba8();
    let mut paper = RgbImage::new(source.width(), source.height());
    for (from, to) in source.pixels().zip(paper.pixels_mut()) {
        let [red, green, blue, alpha] = from.0.map(u16::from);
        let mix = |colour: u16| {
            u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        *to = Rgb([red, green, blue].map(mix));
    }
    paper
}
