import { Megaphone } from "lucide-react";

import type { CounterDevice } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Checkbox, Notice } from "@/ui";

import { DeviceFacts } from "./DeviceFacts";
import type { StageProps } from "./stage";
import styles from "./run.module.css";

const DEVICES: CounterDevice[] = ["document_camera", "card_reader", "printer", "network", "evaluator"];

/** Stage one: the devices, before anybody is called. */
export function DevicesStage({ run, take, isBusy, onNext }: StageProps & { onNext: () => void }) {
  const words = useWords().practice.devices;
  const isChecked = (device: CounterDevice) => run.devices.some((check) => check.device === device);
  const done = DEVICES.filter(isChecked).length;
  const called = run.called_at !== null;
  return (
    <section className={styles.stagePane}>
      <p className={styles.stageLead}>{words.lead}</p>
      {called && <Notice tone="amber">{words.called}</Notice>}
      <ul className={styles.devices}>
        {DEVICES.map((device) => (
          <li className={styles.device} key={device}>
            <Checkbox
              isSelected={isChecked(device)}
              onChange={(checked) => take({ step: "check", device, checked })}
            >
              <strong>{words.name[device]}</strong>
              <span className={styles.deviceHow}>{words.how[device]}</span>
            </Checkbox>
            <DeviceFacts device={device} />
          </li>
        ))}
      </ul>
      {!called && (
        <footer className={styles.stageFoot}>
          <span className="figures">{words.count(done, DEVICES.length)}</span>
          <span className="soft">{words.callNote}</span>
          <Button
            busy={isBusy}
            icon={Megaphone}
            onPress={() => take({ step: "call" }, onNext)}
            tone={done === DEVICES.length ? "primary" : "quiet"}
          >
            {words.call}
          </Button>
        </footer>
      )}
    </section>
  );
}
