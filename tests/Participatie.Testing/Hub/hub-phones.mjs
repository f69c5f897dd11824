// Phones for the tests: the real SignalR client, driven over standard input and output, one JSON object per line.
//   hub-phones.mjs PACKAGE_JSON    a package whose dependencies hold @microsoft/signalr
// in:   { id, do: "open", phone, address, cookies, events } → { id, ok }
//       { id, do: "invoke", phone, method, arguments }   → { id, ok, result } or { id, ok: false, error }
//       { id, do: "close", phone }                       → { id, ok }
// out:  also { phone, event, arguments } for all that the server says, and { phone, event: "closed" }
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { HubConnectionBuilder, HttpTransportType, LogLevel } = createRequire(process.argv[2])("@microsoft/signalr");
const phones = new Map();

const deeds = {
  async open({ phone, address, cookies, events }) {
    const connection = new HubConnectionBuilder()
      .withUrl(address, {
        transport: HttpTransportType.WebSockets,
        skipNegotiation: true,
        headers: cookies ? { Cookie: cookies } : {},
      })
      .configureLogging(LogLevel.None)
      .build();
    for (const event of events)
      connection.on(event, (...args) => say({ phone, event, arguments: args }));
    connection.onclose(() => say({ phone, event: "closed", arguments: [] }));
    await connection.start();
    phones.set(phone, connection);
  },
  invoke: ({ phone, method, arguments: args }) => phones.get(phone).invoke(method, ...args),
  async close({ phone }) {
    await phones.get(phone).stop();
    phones.delete(phone);
  },
};

function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  deeds[order.do](order).then(
    (result) => say({ id: order.id, ok: true, result }),
    (error) => say({ id: order.id, ok: false, error: error.message }),
  );
}

process.exit(0);
