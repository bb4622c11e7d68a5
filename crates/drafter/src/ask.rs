//! One question to a model, one answer.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderValue};
use reqwest::{Certificate, Client, Response, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

use crate::{Address, AskError, Prompt};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Largest answer, bytes: many times a draft.
const MOST_BYTES: usize = 256 * 1024;
/// Longest draft that is asked for, in the model's own measure.
const MOST_TOKENS: u32 = 2000;
/// The likeliest words, not the most surprising ones.
const TEMPERATURE: f32 = 0.1;
/// Around what some models think aloud before they answer.
const THOUGHTS: (&str, &str) = ("<think>", "</think>");

/// A way to models. It carries one question at a time.
pub struct Drafter {
    private_ca: Option<Vec<u8>>,
    patience: Duration,
    /// Stops the question that is under way.
    under_way: Mutex<Option<CancellationToken>>,
}

/// Whom to ask.
pub struct Ask<'a> {
    /// Where.
    pub address: &'a Address,
    /// Name of the model there.
    pub model: &'a str,
    /// The key, if it wants one.
    pub key: Option<&'a str>,
}

impl Drafter {
    /// A way to models. `private_ca`: certificate of a private authority, PEM. `patience`: longest
    /// time from the question to the whole answer.
    pub fn new(private_ca: Option<Vec<u8>>, patience: Duration) -> Self {
        Self { private_ca, patience, under_way: Mutex::default() }
    }

    /// Takes the way for one question.
    ///
    /// # Errors
    /// `Busy` while another has it.
    pub fn turn(&self) -> Result<Turn<'_>, AskError> {
        let mut under_way = self.under_way();
        if under_way.is_some() {
            return Err(AskError::Busy);
        }
        let stop = CancellationToken::new();
        *under_way = Some(stop.clone());
        Ok(Turn { drafter: self, stop })
    }

    /// Stops the question that is under way, if one is.
    pub fn stop(&self) {
        if let Some(stop) = &*self.under_way() {
            stop.cancel();
        }
    }

    fn under_way(&self) -> MutexGuard<'_, Option<CancellationToken>> {
        // Nothing that holds it can fail half way.
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn client(&self) -> Result<Client, AskError> {
        // Another part of the program may have installed a provider already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy();
        if let Some(pem) = &self.private_ca {
            let certificate = Certificate::from_pem(pem).map_err(|_| AskError::Untrusted)?;
            builder = builder.tls_certs_merge([certificate]);
        }
        Ok(builder.build()?)
    }

    async fn answer(&self, ask: Ask<'_>, prompt: &Prompt) -> Result<String, AskError> {
        let body = Request {
            model: ask.model,
            messages: [
                Message { role: "system", content: &prompt.system },
                Message { role: "user", content: &prompt.user },
            ],
            temperature: TEMPERATURE,
            max_tokens: MOST_TOKENS,
            stream: false,
        };
        let mut request = self.client()?.post(ask.address.completions()).json(&body);
        if let Some(key) = ask.key {
            request = request.header(AUTHORIZATION, bearer(key)?);
        }
        let response = request.send().await?;
        let status = response.status();
        if status.is_redirection() {
            return Err(AskError::Redirected);
        }
        let body = whole(response).await?;
        if status.is_success() { said(&body) } else { Err(why(status, &body)) }
    }
}

/// One question, from before it is put together; the next may come once this is dropped.
pub struct Turn<'a> {
    drafter: &'a Drafter,
    stop: CancellationToken,
}

impl Turn<'_> {
    /// Asks, and waits for the whole answer.
    ///
    /// # Errors
    /// When there is none that can be read.
    pub async fn ask(self, ask: Ask<'_>, prompt: &Prompt) -> Result<String, AskError> {
        let answer = self.drafter.answer(ask, prompt);
        tokio::select! {
            biased;
            () = self.stop.cancelled() => Err(AskError::Stopped),
            answered = tokio::time::timeout(self.drafter.patience, answer) => {
                answered.map_err(|_| AskError::TooSlow)?
            }
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.drafter.under_way() = None;
    }
}

#[derive(Serialize)]
struct Request<'a> {
    model: &'a str,
    messages: [Message<'a>; 2],
    temperature: f32,
    max_tokens: u32,
    stream: bool,
}

#[derive(Serialize)]
struct Message<'a> {
    role: &'static str,
    content: &'a str,
}

#[derive(Deserialize)]
struct Completion {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Said,
    #[serde(default)]
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    content: Option<String>,
}

/// A key as a header that nothing prints.
fn bearer(key: &str) -> Result<HeaderValue, AskError> {
    let text = Zeroizing::new(format!("Bearer {key}"));
    let mut value = HeaderValue::from_str(&text).map_err(|_| AskError::KeyRefused)?;
    value.set_sensitive(true);
    Ok(value)
}

async fn whole(mut response: Response) -> Result<Vec<u8>, AskError> {
    let mut whole = Vec::new();
    while let Some(piece) = response.chunk().await? {
        if whole.len() + piece.len() > MOST_BYTES {
            return Err(AskError::TooLarge);
        }
        whole.extend_from_slice(&piece);
    }
    Ok(whole)
}

fn said(body: &[u8]) -> Result<String, AskError> {
    let completion: Completion = serde_json::from_slice(body).map_err(|_| AskError::Unreadable)?;
    let choice = completion.choices.into_iter().next().ok_or(AskError::Unreadable)?;
    if choice.finish_reason.as_deref() == Some("length") {
        return Err(AskError::CutShort);
    }
    let content = choice.message.content.ok_or(AskError::Unreadable)?;
    Ok(without_thoughts(&content).to_owned())
}

/// The answer behind what a model thought aloud.
fn without_thoughts(content: &str) -> &str {
    let content = content.trim();
    let thinks = content.starts_with(THOUGHTS.0);
    let answer = content.split_once(THOUGHTS.1).filter(|_| thinks).map(|(_, answer)| answer);
    answer.unwrap_or(content).trim()
}

fn why(status: StatusCode, body: &[u8]) -> AskError {
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => AskError::KeyRefused,
        StatusCode::TOO_MANY_REQUESTS => AskError::TooMany,
        // Who speaks the protocol says what is missing; anybody else has no such page.
        StatusCode::NOT_FOUND if speaks(body) => AskError::UnknownModel,
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => AskError::WrongAddress,
        _ if status.is_server_error() => AskError::Failed,
        _ => AskError::Refused,
    }
}

fn speaks(body: &[u8]) -> bool {
    serde_json::from_slice::<Value>(body).is_ok_and(|answer| answer.get("error").is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_model_thinks_aloud_is_no_part_of_its_answer() {
        assert_eq!(without_thoughts("<think>先看[1]</think>\n\n可以。[1]"), "可以。[1]");
        assert_eq!(without_thoughts(" 可以。[1] "), "可以。[1]");
        assert_eq!(without_thoughts("写作</think>也可以"), "写作</think>也可以");
    }

    #[test]
    fn a_key_is_not_printed_even_by_what_prints_headers() {
        let printed = format!("{:?}", bearer("sk-secret").expect("a header"));
        assert!(!printed.contains("secret"), "{printed}");
    }
}
