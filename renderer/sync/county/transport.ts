/** How requests reach the county and answers come back. Everything a network does wrong happens behind this. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Whole address. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; null = none. */
  readonly body: string | null;
}

export interface TransportReply {
  readonly status: number;
  /** Null when the answer has no such header. */
  readonly header: (name: string) => string | null;
  readonly text: string;
}

export interface Transport {
  /** Rejects when there is no answer, or when the signal says that nobody waits for it any more. */
  send(request: TransportRequest, signal: AbortSignal): Promise<TransportReply>;
  /**
   * Reads an endless answer piece by piece until it ends or the signal stops it.
   * @returns the status; pieces are handed out only of answers with status 200
   */
  listen(
    request: TransportRequest,
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<{ readonly status: number }>;
}
