// Checks conf/container/Containerfile as far as that goes without building it: its syntax, that every image is pinned, and
// that what runs is no root and can be asked for its health.
import { readFileSync } from 'node:fs';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

const file = new URL('../../../conf/container/Containerfile', import.meta.url);
const text = readFileSync(file, 'utf8');
const containerfile = DockerfileParser.parse(text);
const faults = validate(text).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);

for (const from of containerfile.getFROMs()) {
  if (!/^[\w./-]+:\d+\.\d+\.\d+[\w.-]*@sha256:[0-9a-f]{64}$/.test(from.getImage())) {
    faults.push(`${from.getImage()} is not pinned by version and digest`);
  }
}

/** The instructions of the last stage, which is what runs. */
const all = containerfile.getInstructions();
const last = all.slice(all.findLastIndex((instruction) => instruction.getKeyword() === 'FROM'));
const argumentsOf = (keyword) =>
  last.filter((instruction) => instruction.getKeyword() === keyword).map((found) => found.getArgumentsContent());

if (!/^[1-9]\d*:[1-9]\d*$/.test(argumentsOf('USER').at(-1) ?? '')) {
  faults.push('it must run as an account with a number that is not 0');
}
for (const keyword of ['HEALTHCHECK', 'ENTRYPOINT']) {
  if (argumentsOf(keyword).length !== 1) faults.push(`one ${keyword} is missing`);
}

for (const fault of faults) console.error(`Containerfile: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
