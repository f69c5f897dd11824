// A mail server that is not ours. Writes its port, then each mail that it takes, a line of JSON each; ends with standard input.
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const refuse = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _, done) => done(password === "geheim" ? null : refuse(535, "Wrong"), { user: username }),
  onRcptTo: ({ address }, _, done) => {
    if (address.startsWith("weg@")) done(refuse(550, `No such user ${address}`));
    else if (address.startsWith("later@")) done(refuse(451, `Try later ${address}`));
    else done();
  },
  onData: async (stream, session, done) => {
    const mail = await simpleParser(stream);
    say({ to: session.envelope.rcptTo[0].address, from: session.envelope.mailFrom.address, subject: mail.subject, text: mail.text, user: session.user ?? null });
    done();
  },
});
server.listen(0, "127.0.0.1", () => say({ port: server.server.address().port }));
process.stdin.resume();
process.stdin.on("end", () => server.close(() => process.exit(0)));
