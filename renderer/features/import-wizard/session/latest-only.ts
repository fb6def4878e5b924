/** Runs one task at a time; of those asked for meanwhile only the last is run after it. */
export class LatestOnly {
  private isRunning = false;
  private next: (() => Promise<void>) | null = null;

  run(task: () => Promise<void>): void {
    this.next = task;
    if (!this.isRunning) void this.runAll();
  }

  /** Forgets what waits; what runs is not stopped. */
  clear(): void {
    this.next = null;
  }

  private async runAll(): Promise<void> {
    this.isRunning = true;
    try {
      while (this.next) {
        const task = this.next;
        this.next = null;
        await task();
      }
    } finally {
      this.isRunning = false;
    }
  }
}
