//! A card as it is stored: read by itself, without the longer texts that lie behind it.

use tantivy::schema::OwnedValue;
use tantivy::schema::document::{DeserializeError, DocumentDeserialize, DocumentDeserializer};

use crate::error::{DAMAGED, Error};
use crate::schema::Card;

/// The first stored field.
pub(super) struct StoredCard(Vec<u8>);

impl StoredCard {
    pub fn read(self) -> Result<Card, Error> {
        serde_json::from_slice(&self.0).map_err(|_| DAMAGED)
    }
}

impl DocumentDeserialize for StoredCard {
    fn deserialize<'de, D>(mut document: D) -> Result<Self, DeserializeError>
    where
        D: DocumentDeserializer<'de>,
    {
        match document.next_field::<OwnedValue>()? {
            Some((_, OwnedValue::Bytes(card))) => Ok(Self(card)),
            _ => Err(DeserializeError::custom("a document without a card")),
        }
    }
}
