import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";

import styles from "./Button.module.css";
import { cx } from "./cx";
import { Icon, type LucideIcon } from "./Icon";
import { Spinner } from "./Progress";
import { Tooltip } from "./Tooltip";

/** `primary` at most once in a pane; `danger` for what cannot be taken back. */
export type ButtonTone = "primary" | "quiet" | "plain" | "danger";
export type ButtonSize = "small" | "medium" | "large";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** Shows that it is at work and takes no further press. */
  busy?: boolean;
  /** Why it cannot be pressed now. It stays reachable, so that the reason can be read. */
  reason?: string | null | undefined;
  /** For a plain button at the edge of a text: its words, not its padding, stand on that edge. */
  edge?: "start" | "end";
  className?: string | undefined;
  children: ReactNode;
}

/** A button. With a `reason` it is switched off but still explains itself. */
export function Button(props: ButtonProps) {
  const { tone = "quiet", size = "medium", icon, busy, reason, edge, className, children, ...rest } =
    props;
  const button = (
    <AriaButton
      {...rest}
      {...(reason ? { onPress: () => undefined, type: "button" } : {})}
      aria-disabled={reason ? true : undefined}
      className={cx(styles.button, className)}
      data-edge={edge}
      data-size={size}
      data-tone={tone}
      isPending={busy ?? false}
    >
      {busy ? <Spinner size={1} /> : icon && <Icon of={icon} size={1} />}
      {children}
    </AriaButton>
  );
  return reason ? <Tooltip text={reason}>{button}</Tooltip> : button;
}

export interface IconButtonProps extends Omit<ButtonProps, "children" | "edge" | "icon" | "tone"> {
  icon: LucideIcon;
  /** Its name; shown as the tooltip. */
  label: string;
}

/** A button that is only an icon; its name is always a tooltip away. */
export function IconButton({ icon, label, size = "medium", className, reason, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={reason ?? label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={cx(styles.button, styles.icon, className)}
        data-size={size}
      >
        <Icon of={icon} size={size === "small" ? 1 : 1.125} />
      </AriaButton>
    </Tooltip>
  );
}
