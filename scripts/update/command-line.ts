export function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** From the environment: on a command line it would stay in the history of the shell. */
export function passphrase(): string {
  const given = process.env['UPDATE_PASSPHRASE'] ?? '';
  if (given.length < 12) fail('请先设置环境变量 UPDATE_PASSPHRASE（至少 12 个字符），私钥用它加密。');
  return given;
}
