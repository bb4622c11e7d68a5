import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import {
  Dialog,
  DialogTrigger,
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from "react-aria-components";

import { cx } from "./cx";
import { Icon, type LucideIcon } from "./Icon";
import { KeyHint } from "./KeyHint";
import styles from "./Menu.module.css";

/** One thing a menu can do. */
export interface Command {
  id: string;
  label: string;
  icon?: LucideIcon;
  /** The key that does the same. */
  keys?: string;
  /** A second line; for a switched-off command, the reason. */
  note?: string | null;
  isDisabled?: boolean;
  isChosen?: boolean;
  run: () => void;
}

/** Commands that belong together. */
export interface CommandGroup {
  id: string;
  title?: string;
  commands: Command[];
}

/** A button that opens a menu. `children` is the button. */
export function Menu({ label, groups, children }: {
  label: string;
  groups: CommandGroup[];
  children: ReactElement;
}) {
  const all = groups.flatMap((group) => group.commands);
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ""} offset={4} placement="bottom end">
        <AriaMenu
          aria-label={label}
          className={styles.menu ?? ""}
          disabledKeys={all.filter((command) => command.isDisabled).map((command) => command.id)}
          onAction={(key) => all.find((command) => command.id === key)?.run()}
        >
          {groups.map((group) => (
            <MenuSection
              aria-label={group.title ?? label}
              className={styles.section ?? ""}
              id={group.id}
              key={group.id}
            >
              {group.title && <Header className={styles.heading ?? ""}>{group.title}</Header>}
              {group.commands.map((command) => (
                <CommandRow command={command} key={command.id} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function CommandRow({ command }: { command: Command }) {
  return (
    <MenuItem className={styles.item ?? ""} id={command.id} textValue={command.label}>
      {command.icon && <Icon of={command.icon} size={1} />}
      <span className={styles.words}>
        <span>{command.label}</span>
        {command.note && <span className={styles.note}>{command.note}</span>}
      </span>
      {command.isChosen && <Icon of={Check} size={1} />}
      {command.keys && <KeyHint keys={command.keys} />}
    </MenuItem>
  );
}

/** A button that opens a small panel with any content. `trigger` is the button. */
export function Panel({ label, trigger, isOpen, onOpen, width, placement = "bottom start", children }: {
  label: string;
  trigger: ReactElement;
  /** With `onOpen`: whoever shows it knows whether it is open, e.g. to open it by a key too. */
  isOpen?: boolean;
  onOpen?: (open: boolean) => void;
  /** In rem. */
  width?: number;
  placement?: "bottom start" | "top start";
  children: ReactNode;
}) {
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpen ? { onOpenChange: onOpen } : {})}
    >
      {trigger}
      <Popover
        className={cx(styles.popover, styles.panel)}
        offset={6}
        placement={placement}
        {...(width === undefined ? {} : { style: { width: `${width}rem`, maxWidth: "calc(100vw - 2rem)" } })}
      >
        <Dialog aria-label={label} className={styles.menu ?? ""}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
