import { z } from 'zod';
import type { Reply } from '../provider.ts';
import { orNull } from '../read-reply.ts';
import { rowsIn, type Api, type Endpoint } from './api.ts';
import { readAllPages } from './offset-pages.ts';
import { userReply, type UserReply } from './schemas.ts';

const list: Endpoint = { method: 'GET', route: '/v1/users', kind: 'read', act: { failed: 'The users were not read' } };
const one: Endpoint = { method: 'GET', route: '/v1/users/{id}', kind: 'read', act: { failed: 'The user was not read' } };

/** Every user of the account (Kira API reference: List users). */
export function listUsers(api: Api): Reply<readonly UserReply[]> {
  return readAllPages(api, list, {}, (body) => z.array(userReply).safeParse(rowsIn(body)).data ?? null);
}

/** One user; null when Kira doesn't know it (Kira API reference: Get a user). */
export async function getUser(api: Api, id: string): Reply<UserReply | null> {
  return orNull(await api.ask(one, { params: { id } }, (body) => userReply.safeParse(body).data ?? null));
}

/** What a user is called: its company's or its own name, else its e-mail. */
export function userName(user: UserReply | null): string {
  const own = [user?.first_name, user?.last_name].map((part) => part?.trim() ?? '').filter((part) => part !== '').join(' ');
  return [user?.business_legal_name?.trim(), own, user?.email].find((name) => name !== undefined && name !== null && name !== '') ?? 'Unnamed user';
}
