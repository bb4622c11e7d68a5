//! The macro behind the command table.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{ApiError, Code};

/// Expands the table to `table()` and `dispatch()`.
macro_rules! commands {
    ($($name:ident ($argument:ty) -> $result:ty, $effect:ident [$($tag:ident),*], $($handler:ident)::+;)*) => {
        /// Every command, in the order of the table.
        pub fn table() -> Vec<CommandSpec> {
            let config = crate::bindings::config();
            vec![$(CommandSpec {
                name: stringify!($name),
                writes: stringify!($effect).len() == "writes".len(),
                tags: &[$(Tag::$tag),*],
                argument: <$argument as ts_rs::TS>::name(&config),
                result: <$result as ts_rs::TS>::name(&config),
                collect: |found| {
                    found.add::<$argument>();
                    found.add::<$result>();
                },
            }),*]
        }

        /// Carries out one command: the only way into the workstation.
        pub async fn dispatch(desk: &Desk, name: &str, payload: Value) -> Result<Value, ApiError> {
            match name {
                $(stringify!($name) => {
                    let argument: $argument = crate::table::read(payload)?;
                    let done: BoxFuture<'_, Result<$result, ApiError>> =
                        $($handler)::+(desk, argument).boxed();
                    crate::table::write(&done.await?)
                })*
                _ => Err(ApiError::new(crate::error::Code::NotFound).with("command", name)),
            }
        }
    };
}

/// Reads an argument; the field that does not fit is named, its content is not.
pub fn read<T: DeserializeOwned>(payload: Value) -> Result<T, ApiError> {
    serde_path_to_error::deserialize(payload)
        .map_err(|error| ApiError::new(Code::BadInput).with("field", error.path().to_string()))
}

/// Writes a result.
pub fn write<T: Serialize>(result: &T) -> Result<Value, ApiError> {
    serde_json::to_value(result).map_err(|error| {
        let answer = ApiError::new(Code::Internal);
        tracing::error!(%error, trace_id = answer.trace_id, "a result could not be written");
        answer
    })
}
