import assert from "node:assert/strict";
import test from "node:test";

import { belongs, named, read, write } from "../../docs/assets/js/logic/district.js";

test("what is written is read", () => {
  assert.equal(read(write("jarva")), "jarva");
});

test("anything else is no choice", () => {
  for (const text of [null, "", "jarva", "{", "[]", "null", "7", '{"schema":2,"slug":"a"}', '{"schema":1}', '{"schema":1,"slug":"<b>"}'])
    assert.equal(read(text), "");
});

test("an address names a district, or none", () => {
  assert.equal(named("?q=x&stadsdel=jarva"), "jarva");
  assert.equal(named("?stadsdel=Farsta"), "farsta");
  assert.equal(named("?stadsdel=H%C3%A4gersten-%C3%84lvsj%C3%B6"), "hagersten-alvsjo");
  for (const search of ["", "?stadsdel=", "?stadsdel=..%2Fx", "?annat=jarva"]) assert.equal(named(search), "");
});

test("a local thing belongs to its topics and pages, or everywhere", () => {
  assert.ok(belongs("", "skolplikt a/b.md"));
  assert.ok(belongs("roller skolplikt", "skolplikt a/b.md"));
  assert.ok(belongs("a/b.md", "skolplikt a/b.md"));
  assert.ok(!belongs("roller a/c.md", "skolplikt a/b.md"));
});
