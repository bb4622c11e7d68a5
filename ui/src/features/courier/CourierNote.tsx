import { Link } from "@tanstack/react-router";

import { useWords } from "@/i18n";

import styles from "./courier.module.css";

/** The way to courier bundles in one line, for where people look after what is not uploaded. */
export function CourierNote() {
  const words = useWords().courier;
  return (
    <p className={styles.note}>
      {words.note} <Link to="/courier">{words.open}</Link>
    </p>
  );
}
