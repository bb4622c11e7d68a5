//! Whether a picture of a document can be read: said at capture, while the paper is still there.
//!
//! Pure functions: pixels to numbers, numbers to warnings.

use image::imageops::FilterType;
use image::{DynamicImage, GrayImage};
use serde::{Deserialize, Serialize};

/// Longest side on which sharpness is measured: A4 at about 140 dpi. A fixed size makes the
/// numbers of a telephone and of a scanner comparable.
const WORKING_PIXELS: u32 = 1600;
/// A4 at 100 dpi has 827: below this, small print cannot be read.
pub const MIN_SHORT_SIDE: u32 = 800;
/// Variance of the Laplacian below which print is blurred.
pub const MIN_SHARPNESS: f64 = 60.0;
/// Brightness of the lightest parts (95 in 100 pixels are darker) below which it is too dark.
pub const MIN_LIGHT: u8 = 100;
/// Brightness of the darkest parts (1 in 100 pixels is darker) above which it is washed out.
pub const MAX_DARK: u8 = 170;

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Quality {
    /// Shorter side, pixels.
    pub short_side: u32,
    /// Variance of the Laplacian of the brightness: fine detail, 0 and up.
    pub sharpness: f64,
    /// Brightness that one pixel in a hundred is below, 0 to 255.
    pub dark: u8,
    /// Brightness that 95 pixels in a hundred are below, 0 to 255.
    pub light: u8,
}

/// What may make it hard to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum QualityWarning {
    /// Too few pixels.
    TooSmall,
    /// No sharp edges.
    Blurred,
    /// Under-exposed.
    TooDark,
    /// Over-exposed, or nothing is on it.
    TooBright,
}

/// Measures a decoded picture.
pub fn measure(image: &DynamicImage) -> Quality {
    let short_side = image.width().min(image.height());
    let long = image.width().max(image.height());
    let luma = if long > WORKING_PIXELS {
        image.resize(WORKING_PIXELS, WORKING_PIXELS, FilterType::Triangle).into_luma8()
    } else {
        image.to_luma8()
    };
    let histogram = histogram(&luma);
    Quality {
        short_side,
        sharpness: sharpness(&luma),
        dark: percentile(&histogram, 1),
        light: percentile(&histogram, 95),
    }
}

/// What to say about the numbers.
pub fn warnings(quality: &Quality) -> Vec<QualityWarning> {
    let mut warnings = Vec::new();
    if quality.short_side < MIN_SHORT_SIDE {
        warnings.push(QualityWarning::TooSmall);
    }
    let too_dark = quality.light < MIN_LIGHT;
    let too_bright = quality.dark > MAX_DARK;
    // Without light or contrast there are no edges to judge by.
    if !too_dark && !too_bright && quality.sharpness < MIN_SHARPNESS {
        warnings.push(QualityWarning::Blurred);
    }
    if too_dark {
        warnings.push(QualityWarning::TooDark);
    }
    if too_bright {
        warnings.push(QualityWarning::TooBright);
    }
    warnings
}

/// Variance of the Laplacian: how strongly each pixel differs from its four neighbours.
pub fn sharpness(luma: &GrayImage) -> f64 {
    let (width, height) = (luma.width() as usize, luma.height() as usize);
    if width < 3 || height < 3 {
        return 0.0;
    }
    let pixels = luma.as_raw();
    let at = |x: usize, y: usize| i64::from(pixels[y * width + x]);
    let (mut sum, mut squares, mut count) = (0_i64, 0_i64, 0_i64);
    for y in 1..height - 1 {
        for x in 1..width - 1 {
            let around = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1);
            let laplacian = around - 4 * at(x, y);
            sum += laplacian;
            squares += laplacian * laplacian;
            count += 1;
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "sums of at most 2.6 million pixels")]
    let (sum, squares, count) = (sum as f64, squares as f64, count as f64);
    squares / count - (sum / count).powi(2)
}

fn histogram(luma: &GrayImage) -> [u64; 256] {
    let mut histogram = [0; 256];
    for pixel in luma.as_raw() {
        histogram[usize::from(*pixel)] += 1;
    }
    histogram
}

/// Brightness that `percent` of the pixels do not exceed.
fn percentile(histogram: &[u64; 256], percent: u64) -> u8 {
    let wanted = (histogram.iter().sum::<u64>() * percent).div_ceil(100);
    let mut seen = 0;
    for (brightness, count) in (0..=u8::MAX).zip(histogram) {
        seen += count;
        if seen >= wanted {
            return brightness;
        }
    }
    u8::MAX
}
