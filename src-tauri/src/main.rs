//! The desktop shell: a window around the command table, the system's keyring and its toasts.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod settings;
mod toast;
mod vault;
#[cfg(feature = "webhost")]
mod web;
mod window;

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use bangban_api::error::ApiError;
use bangban_api::{Desk, DeskConfig};
use serde_json::{Value, json};
use tauri::{AppHandle, Emitter, Manager, RunEvent, State};
use tracing_subscriber::EnvFilter;

use crate::settings::Settings;
use crate::vault::SystemKeyring;

/// Name under which the window hears events.
const EVENT: &str = "bangban";
/// Longest time closing may take before the process ends all the same.
const CLOSING: Duration = Duration::from_secs(10);

fn main() -> Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into()))
        .with_writer(std::io::stderr)
        .init();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![rpc])
        .setup(|app| Ok(set_up(app.handle())?))
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            close(app);
        }
    });
    Ok(())
}

/// The only way from the window into the workstation.
#[tauri::command]
async fn rpc(desk: State<'_, Desk>, name: String, payload: Value) -> Result<Value, ApiError> {
    desk.dispatch(&name, payload).await
}

fn set_up(app: &AppHandle) -> Result<()> {
    let settings = Settings::read(app)?;
    let config = DeskConfig {
        downloads: settings.downloads.clone(),
        sticks: settings.sticks.clone(),
        ..DeskConfig::new(settings.data_dir.clone(), settings.platform_url.clone())
    };
    let desk = Desk::new(config, Arc::new(SystemKeyring));
    app.manage(desk.clone());
    forward_events(app.clone(), desk.clone());
    end_on_signal(app.clone());
    #[cfg(feature = "webhost")]
    if settings.web {
        tauri::async_runtime::block_on(web::serve(app, desk.clone()))?;
    }
    sign_in(&desk, &settings);
    window::open(app)?;
    Ok(())
}

/// Signs in with the account that was given at the start; the sign-in screen takes over when that
/// does not work.
fn sign_in(desk: &Desk, settings: &Settings) {
    let Some((account, password)) = settings.sign_in.clone() else { return };
    let argument = json!({ "account": account, "password": password });
    let done = tauri::async_runtime::block_on(desk.dispatch("sign_in", argument));
    if let Err(error) = done {
        tracing::warn!(code = ?error.code, "the sign-in at start did not work");
    }
}

fn forward_events(app: AppHandle, desk: Desk) {
    tauri::async_runtime::spawn(async move {
        let mut events = desk.events();
        let toasts = toast::Toasts::new(app.clone(), desk.clone());
        loop {
            match events.recv().await {
                Ok(event) => {
                    toasts.show(&event).await;
                    if let Err(error) = app.emit(EVENT, &event) {
                        tracing::warn!(%error, "an event did not reach the window");
                    }
                }
                // What was missed is in the database; the window reads it with the next event.
                Err(tokio::sync::broadcast::error::RecvError::Lagged(missed)) => {
                    tracing::warn!(missed, "events came faster than the window took them");
                }
                Err(tokio::sync::broadcast::error::RecvError::Closed) => return,
            }
        }
    });
}

#[cfg(unix)]
fn end_on_signal(app: AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    tauri::async_runtime::spawn(async move {
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            terminate.recv().await;
            app.exit(0);
        }
    });
}

#[cfg(not(unix))]
fn end_on_signal(_: AppHandle) {}

/// Stops sync and closes the store, but never hangs on it: everything confirmed is on disk.
fn close(app: &AppHandle) {
    let desk = app.state::<Desk>().inner().clone();
    let closing = async move { tokio::time::timeout(CLOSING, desk.shutdown()).await };
    if tauri::async_runtime::block_on(closing).is_err() {
        tracing::warn!("closing took too long and was given up");
    }
}
