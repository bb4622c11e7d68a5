import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A TCP wire between a desk and the platform that can be cut and mended. */
export class Wire {
  private whole = true;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(address: string) {
    const [host = "127.0.0.1", port = "0"] = address.split(":");
    this.server = createServer((near) => {
      if (!this.whole) {
        near.destroy();
        return;
      }
      const far = connect(Number(port), host);
      for (const [one, other] of [[near, far], [far, near]] as const) {
        this.sockets.add(one);
        one.on("error", () => other.destroy());
        one.on("close", () => {
          this.sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
  }

  /** Starts it and tells where a desk finds the platform. */
  async lay(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  async remove(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
