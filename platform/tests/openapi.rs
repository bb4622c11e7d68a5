use std::collections::BTreeSet;

use reqwest::{Method, StatusCode};
use serde_json::Value;

use crate::running::Running;
use crate::station::client;

async fn document(running: &Running) -> Value {
    let url = format!("{}/openapi.json", running.base);
    client().get(url).send().await.unwrap().json().await.unwrap()
}

fn operations(document: &Value) -> Vec<(Method, String)> {
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            if let Ok(method) = method.to_uppercase().parse() {
                all.push((method, path.clone()));
            }
        }
    }
    all
}

#[tokio::test]
async fn the_document_is_openapi_3_1_and_its_references_lead_somewhere() {
    let running = Running::start().await;
    let document = document(&running).await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."));
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let text = document.to_string();
    for reference in text.split("#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(schemas.contains_key(name), "{name} is referred to but not described");
    }
}

#[tokio::test]
async fn every_documented_operation_is_routed_and_asks_for_the_token_it_says() {
    let running = Running::start().await;
    let document = document(&running).await;
    let operations = operations(&document);
    assert!(operations.len() >= 12, "{operations:?}");
    for (method, path) in operations {
        let filled = path
            .replace("{partition}", "library")
            .replace("{epoch}", "00000000-0000-0000-0000-000000000000")
            .replace("{from}", "0")
            .replace("/{id}/way", "/00000000-0000-0000-0000-000000000000/way")
            .replace("{bundle}", "00000000-0000-0000-0000-000000000000")
            .replace("{name}", "library.1.jsonl.zst");
        let url = format!("{}{filled}", running.base);
        let status = client().request(method.clone(), url).send().await.unwrap().status();
        assert!(
            status != StatusCode::NOT_FOUND && status != StatusCode::METHOD_NOT_ALLOWED,
            "{method} {path} answered {status}",
        );
        let item = &document["paths"][&path][method.as_str().to_lowercase()];
        let for_anyone = item["security"] == serde_json::json!([{}]);
        assert_eq!(status == StatusCode::UNAUTHORIZED, !for_anyone, "{method} {path}: {status}");
    }
}

#[tokio::test]
async fn every_route_is_documented() {
    let running = Running::start().await;
    let documented: BTreeSet<String> =
        operations(&document(&running).await).into_iter().map(|(_, path)| path).collect();
    // axum lists the paths of a router only in its debug output, with "/" for the fallback.
    let root = client().get(&running.base).send().await.unwrap();
    assert_eq!(root.status(), StatusCode::NOT_FOUND, "the fallback is no route");
    let shown = format!("{:?}", running.platform.router());
    let routed: BTreeSet<String> = shown
        .split('"')
        .filter(|part| part.starts_with('/') && *part != "/" && !part.contains("__private"))
        .map(ToOwned::to_owned)
        .collect();
    assert_eq!(routed, documented);
}
