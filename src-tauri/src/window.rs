//! The window.

use tauri::webview::{PageLoadEvent, PermissionKind, PermissionResponse};
use tauri::{AppHandle, Manager, Result, WebviewUrl, WebviewWindowBuilder};

/// Label of the window; the capability file names it.
pub const MAIN: &str = "main";

/// Opens the window; it appears once its page is there, so that nobody looks at white.
pub fn open(app: &AppHandle) -> Result<()> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("帮办工作台")
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 640.0)
        .visible(false)
        // The page takes files that are dropped on it, as it does in a browser.
        .disable_drag_drop_handler()
        // The camera takes pictures of papers; the page asks for it only when a person does.
        .on_permission_request(|_, kind| match kind {
            PermissionKind::Camera => PermissionResponse::Allow,
            _ => PermissionResponse::Deny,
        })
        .on_page_load(|window, payload| {
            if payload.event() == PageLoadEvent::Finished
                && let Err(error) = window.show()
            {
                tracing::error!(%error, "the window cannot be shown");
            }
        })
        .build()?;
    Ok(())
}

/// Brings the window to the front.
pub fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let raised =
            window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = raised {
            tracing::warn!(%error, "the window cannot be raised");
        }
    }
}
