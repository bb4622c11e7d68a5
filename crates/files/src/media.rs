//! The kinds of files that are taken in.

use serde::{Deserialize, Serialize};

/// Kind of a file, found from its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// TIFF.
    Tiff,
    /// Windows bitmap.
    Bmp,
    /// GIF.
    Gif,
    /// HEIC or HEIF, as telephones take it.
    Heic,
    /// PDF.
    Pdf,
    /// OFD (GB/T 33190), the national layout format.
    Ofd,
    /// Word, Open XML.
    Docx,
    /// Excel, Open XML.
    Xlsx,
    /// `PowerPoint`, Open XML.
    Pptx,
    /// Word or WPS, binary.
    Doc,
    /// Excel or WPS, binary.
    Xls,
    /// `PowerPoint` or WPS, binary.
    Ppt,
    /// ZIP archive.
    Zip,
    /// Plain text.
    Text,
    /// MPEG-4 or `QuickTime` film.
    Mp4,
    /// A program, whatever it is called.
    Executable,
    /// Anything else.
    Unknown,
}

impl Media {
    /// Every kind that is taken in.
    pub const TAKEN: [Self; 18] = [
        Self::Jpeg,
        Self::Png,
        Self::Webp,
        Self::Tiff,
        Self::Bmp,
        Self::Gif,
        Self::Heic,
        Self::Pdf,
        Self::Ofd,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Doc,
        Self::Xls,
        Self::Ppt,
        Self::Zip,
        Self::Text,
        Self::Mp4,
    ];

    /// Its media type, as in `FileRef::media`.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Tiff => "image/tiff",
            Self::Bmp => "image/bmp",
            Self::Gif => "image/gif",
            Self::Heic => "image/heic",
            Self::Pdf => "application/pdf",
            Self::Ofd => "application/ofd",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => {
                "application/vnd.openxmlformats-officedocument.presentationml.presentation"
            }
            Self::Doc => "application/msword",
            Self::Xls => "application/vnd.ms-excel",
            Self::Ppt => "application/vnd.ms-powerpoint",
            Self::Zip => "application/zip",
            Self::Text => "text/plain",
            Self::Mp4 => "video/mp4",
            Self::Executable => "application/x-executable",
            Self::Unknown => "application/octet-stream",
        }
    }

    /// The kind with this media type.
    pub fn of_mime(mime: &str) -> Self {
        Self::TAKEN.into_iter().find(|media| media.mime() == mime).unwrap_or(Self::Unknown)
    }

    /// Extensions that belong to it, the usual one first; lower case, without the dot.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Tiff => &["tif", "tiff"],
            Self::Bmp => &["bmp", "dib"],
            Self::Gif => &["gif"],
            Self::Heic => &["heic", "heif", "hif"],
            Self::Pdf => &["pdf"],
            Self::Ofd => &["ofd"],
            Self::Docx => &["docx", "dotx"],
            Self::Xlsx => &["xlsx", "xltx"],
            Self::Pptx => &["pptx", "ppsx", "potx"],
            Self::Doc => &["doc", "dot", "wps", "wpt"],
            Self::Xls => &["xls", "xlt", "et", "ett"],
            Self::Ppt => &["ppt", "pps", "dps", "dpt"],
            Self::Zip => &["zip"],
            Self::Text => &["txt", "text", "csv", "log"],
            Self::Mp4 => &["mp4", "m4v", "mov"],
            Self::Executable | Self::Unknown => &[],
        }
    }

    /// Whether it is a picture that can be decoded here. HEIC cannot: no decoder with a licence
    /// that may be passed on.
    pub fn is_decodable(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp | Self::Tiff | Self::Bmp | Self::Gif)
    }

    /// Whether it is a picture.
    pub fn is_picture(self) -> bool {
        self.is_decodable() || self == Self::Heic
    }
}
