//! A card as it is stored: read by itself, without the longer texts that lie behind it.

use tantivy::schema::OwnedValue;
use tantivy::schema::document::{DeserializeError, DocumentDeserialize, DocumentDeserializer};

use crate::error::{DAMAGED, Error};
use crate::schema::Card;

/// The first stored field.
pub(super) struct StoredCard(String);

impl StoredCard {
    pub fn read(self) -> Result<Card, Error> {
        serde_json::from_str(&self.0).map_err(|_| DAMAGED)
    }
}

impl DocumentDeserialize for StoredCard {
    fn deserialize<'de, D>(mut document: D) -> Result<Self, DeserializeError>
    where
        D: DocumentDeserializer<'de>,
    {
        match document.next_field::<OwnedValue>()? {
            Some((_, OwnedValue::Str(card))) => Ok(Self(card)),
            _ => Err(DeserializeError::custom("a document without a card")),
        }
    }
}
