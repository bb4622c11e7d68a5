//! Turns the command table into `ui/src/generated`.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::{Tag, table};
use crate::error::ApiError;
use crate::event::ApiEvent;

/// One line of the command table.
pub struct CommandSpec {
    /// Name.
    pub name: &'static str,
    /// Whether it changes anything.
    pub writes: bool,
    /// Caches it reads, or makes stale.
    pub tags: &'static [Tag],
    /// TypeScript name of the argument.
    pub argument: String,
    /// TypeScript name of the result.
    pub result: String,
    /// Adds the declarations it needs.
    pub collect: fn(&mut Declarations),
}

/// TypeScript declarations by name.
#[derive(Default)]
pub struct Declarations(BTreeMap<String, String>);

impl Declarations {
    /// Adds `T` and everything it is made of.
    pub fn add<T: TS + 'static + ?Sized>(&mut self) {
        self.visit::<T>();
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types of our own are exported; built-in ones have no output path.
        if T::output_path().is_none() {
            return;
        }
        let config = config();
        if self.0.insert(T::ident(&config), T::decl(&config)).is_none() {
            T::visit_dependencies(self);
            T::visit_generics(self);
        }
    }
}

/// Integers that fit a JavaScript number.
pub fn config() -> Config {
    Config::new().with_large_int("number")
}

/// The declarations of every type that crosses to the UI.
pub fn types_file() -> String {
    let mut found = Declarations::default();
    found.add::<ApiError>();
    found.add::<ApiEvent>();
    found.add::<Tag>();
    for command in table() {
        (command.collect)(&mut found);
    }
    let lines: Vec<_> = found.0.values().map(|decl| format!("export {decl}")).collect();
    format!("{HEADER}{}\n", lines.join("\n\n"))
}

/// The names, arguments, results and caches of every command.
pub fn commands_file() -> String {
    let commands = table();
    let schema: Vec<String> = commands
        .iter()
        .map(|c| format!("  {}: {{ argument: {}; result: {} }};\n", c.name, c.argument, c.result))
        .collect();
    let effects: Vec<String> = commands
        .iter()
        .map(|c| {
            let effect = if c.writes { "writes" } else { "reads" };
            let tags: Vec<_> =
                c.tags.iter().map(|t| serde_json::to_string(t).unwrap_or_default()).collect();
            format!("  {}: {{ {effect}: [{}] }},\n", c.name, tags.join(", "))
        })
        .collect();
    let effects = effects.concat();
    format!(
        "{HEADER}import type * as T from \"./types\";\n\nexport interface Commands {{\n{}}}\n\n\
         export type CommandName = keyof Commands;\n\n\
         export const effects: Record<CommandName, {{ reads?: readonly T.Tag[]; writes?: readonly T.Tag[] }}> = {{\n{effects}}};\n",
        qualify(&schema.concat()),
    )
}

const HEADER: &str = "// Generated from the command table in crates/api. Do not edit: run `cargo xtask bindings`.\n\n";

/// Puts `T.` before the type names that come after a colon or inside `Array<...>`.
fn qualify(schema: &str) -> String {
    let mut out = String::with_capacity(schema.len() * 2);
    let mut previous = ' ';
    let mut chars = schema.chars().peekable();
    while let Some(c) = chars.next() {
        let starts_name = c.is_ascii_uppercase() && !previous.is_ascii_alphanumeric();
        if starts_name {
            let mut word = String::from(c);
            while let Some(next) = chars.next_if(char::is_ascii_alphanumeric) {
                word.push(next);
            }
            if word != "Array" {
                out.push_str("T.");
            }
            out.push_str(&word);
            previous = 'a';
        } else {
            out.push(c);
            previous = c;
        }
    }
    out
}
