/** Every field's complaints, keyed by its dotted path in the request. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** What an endpoint answers: a status and a JSON body. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/**
 * A refusal on its way to the client. Thrown by endpoints before they change anything and turned into a reply in one
 * place, the way the web framework treats its own HTTP exceptions.
 */
export class Refusal extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super(`refused with ${reply.status}`);
    this.reply = reply;
  }
}

/** 200 with this body. */
export function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** 201 with this body. */
export function created(body: unknown): Reply {
  return { status: 201, body };
}

/** A reply that carries a message only. */
export function plain(status: number, message: string): Reply {
  return { status, body: { message } };
}

/** 400: a business rule is broken (Blaaiz guide: Error handling). */
export function ruleBroken(message: string): Refusal {
  return new Refusal(plain(400, message));
}

/** 404: the object is unknown or another business's. */
export function notFound(message: string): Refusal {
  return new Refusal(plain(404, message));
}

/** 422: Laravel's summary sentence plus the complaints by field. */
export function invalid(errors: FieldErrors): Refusal {
  const all = Object.values(errors).flat();
  const more = all.length - 1;
  const tail = more > 0 ? ` (and ${more} more error${more > 1 ? 's' : ''})` : '';
  return new Refusal({ status: 422, body: { message: `${all[0] ?? 'The given data was invalid.'}${tail}`, errors } });
}
