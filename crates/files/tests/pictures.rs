//! Pictures: how large, how sharp, which way up.

use std::io::Cursor;

use bangban_files::quality::{QualityWarning, measure, warnings};
use bangban_files::{DecodeError, HeldReason, Media, Pixels, decode, thumbnail};
use image::imageops::blur;
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgb, RgbImage};

use crate::make::{held, look};

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    image.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// A sheet with lines of print: dark strokes of the height of small letters.
fn sheet(width: u32, height: u32) -> GrayImage {
    GrayImage::from_fn(width, height, |x, y| {
        let line = y % 28 < 14 && x > width / 10 && x < width - width / 10;
        let stroke = (x * 7 + (y / 28) * 13) % 11 < 4 || y % 7 == 0;
        Luma([if line && stroke { 40 } else { 235 }])
    })
}

fn said(image: GrayImage) -> Vec<QualityWarning> {
    warnings(&measure(&DynamicImage::ImageLuma8(image)))
}

#[test]
fn a_header_that_claims_a_huge_picture_is_enough_to_hold_it() {
    let mut png = encoded(&DynamicImage::new_rgb8(4, 4), ImageFormat::Png);
    png[16..20].copy_from_slice(&100_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&100_000_u32.to_be_bytes());
    let looked = look(&png, "a.png");
    assert_eq!(looked.pixels, Some(Pixels { width: 100_000, height: 100_000 }));
    assert_eq!(held(&png, "a.png"), Some(HeldReason::ImageTooLarge));
    let refused = decode(&mut Cursor::new(&png), Media::Png).map(drop);
    assert!(refused.is_err(), "and the decoder does not try either");
}

#[test]
fn every_picture_that_can_be_decoded_is_measured_by_its_header() {
    let image = DynamicImage::from(RgbImage::from_pixel(60, 40, Rgb([10, 200, 30])));
    let formats = [
        (ImageFormat::Jpeg, Media::Jpeg, "a.jpg"),
        (ImageFormat::Png, Media::Png, "a.png"),
        (ImageFormat::WebP, Media::Webp, "a.webp"),
        (ImageFormat::Tiff, Media::Tiff, "a.tif"),
        (ImageFormat::Bmp, Media::Bmp, "a.bmp"),
        (ImageFormat::Gif, Media::Gif, "a.gif"),
    ];
    for (format, media, name) in formats {
        let file = encoded(&image, format);
        let looked = look(&file, name);
        assert_eq!(looked.media, media);
        assert_eq!(looked.pixels, Some(Pixels { width: 60, height: 40 }), "{name}");
        assert_eq!(held(&file, name), None, "{name}");
        let (decoded, _) = decode(&mut Cursor::new(&file), media).unwrap();
        assert_eq!((decoded.width(), decoded.height()), (60, 40), "{name}");
        let cut = &file[..file.len() / 2];
        assert!(look(cut, name).pages.is_none(), "half a picture is no crash");
        let _ = decode(&mut Cursor::new(cut), media);
    }
    let text = decode(&mut Cursor::new(b"text"), Media::Text).map(drop);
    assert_eq!(text, Err(DecodeError::NotAPicture));
}

#[test]
fn a_thumbnail_is_small_and_the_right_way_up() {
    // Left half red; the camera was turned, so red belongs on top.
    let image =
        RgbImage::from_fn(
            1200,
            800,
            |x, _| if x < 600 { Rgb([220, 0, 0]) } else { Rgb([0, 0, 220]) },
        );
    let mut jpeg = encoded(&DynamicImage::from(image), ImageFormat::Jpeg);
    let exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    jpeg.splice(2..2, [&b"\xff\xe1"[..], &length, exif].concat());
    let (decoded, orientation) = decode(&mut Cursor::new(&jpeg), Media::Jpeg).unwrap();
    assert_eq!(orientation, Orientation::Rotate90);
    let small = thumbnail(&decoded, orientation).unwrap();
    assert_eq!((small.width, small.height), (213, 320), "turned, and no side above 320");
    assert!(small.jpeg.len() < 20_000);
    let small = image::load_from_memory(&small.jpeg).unwrap().into_rgb8();
    let (top, bottom) = (small.get_pixel(100, 20), small.get_pixel(100, 300));
    assert!(top[0] > 180 && top[2] < 60, "red on top: {top:?}");
    assert!(bottom[2] > 180 && bottom[0] < 60, "blue below: {bottom:?}");
}

#[test]
fn what_is_transparent_is_paper_in_a_thumbnail() {
    let clear = DynamicImage::new_rgba8(20, 20);
    let small = thumbnail(&clear, Orientation::NoTransforms).unwrap();
    let small = image::load_from_memory(&small.jpeg).unwrap().into_rgb8();
    assert_eq!(small.get_pixel(10, 10), &Rgb([255, 255, 255]));
}

#[test]
fn a_readable_sheet_raises_no_warning_whatever_took_it() {
    assert_eq!(said(sheet(1654, 2339)), [], "a scanner at 200 dpi");
    assert_eq!(said(sheet(1000, 1414)), [], "a plain camera");
    assert_eq!(said(sheet(3000, 4000)), [], "a telephone");
}

#[test]
fn what_is_hard_to_read_is_said_at_capture() {
    assert_eq!(said(sheet(600, 900)), [QualityWarning::TooSmall]);
    assert_eq!(said(blur(&sheet(1654, 2339), 6.0)), [QualityWarning::Blurred]);
    let darker = |pixel: &mut Luma<u8>| pixel.0[0] /= 4;
    let mut dark = sheet(1654, 2339);
    dark.pixels_mut().for_each(darker);
    assert_eq!(said(dark), [QualityWarning::TooDark]);
    let mut bright = sheet(1654, 2339);
    bright.pixels_mut().for_each(|pixel| pixel.0[0] = 255 - (255 - pixel.0[0]) / 4);
    assert_eq!(said(bright), [QualityWarning::TooBright]);
    assert_eq!(said(GrayImage::from_pixel(1000, 1000, Luma([255]))), [QualityWarning::TooBright]);
    assert_eq!(said(GrayImage::new(1000, 1000)), [QualityWarning::TooDark]);
}

#[test]
fn the_numbers_are_these() {
    let measured = measure(&DynamicImage::ImageLuma8(sheet(1000, 1414)));
    assert_eq!((measured.short_side, measured.dark, measured.light), (1000, 40, 235));
    let blurred = measure(&DynamicImage::ImageLuma8(blur(&sheet(1000, 1414), 6.0)));
    assert!(
        measured.sharpness > 50.0 * blurred.sharpness,
        "{} against {}",
        measured.sharpness,
        blurred.sharpness
    );
    let flat = measure(&DynamicImage::ImageLuma8(GrayImage::from_pixel(900, 900, Luma([128]))));
    assert!(flat.sharpness.abs() < f64::EPSILON, "no edge, no variance");
}
