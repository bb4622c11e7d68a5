export { SearchPalette } from "./SearchPalette";
export { USES_PATH, type UsedKind, usesFrom } from "./uses";
export { UsesView } from "./UsesView";
