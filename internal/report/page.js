
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const t = data.t, rows = data.rows, perPage = 100;
  const DOC = 0, RULE = 1, CONFIDENCE = 2, APPLIED = 3, LINE = 4, COLUMN = 5, LEFT = 6, BEFORE = 7, AFTER = 8, RIGHT = 9;
  const byId = (id) => document.getElementById(id);
  const body = document.querySelector("#rows tbody");
  const fresh = () => ({ q: "", rule: "", kind: "", doc: "", min: 0, sort: "", down: false, page: 0 });
  let state = fresh(), found = [];

  // All texts go in by textContent: whatever a document holds, it stays text.
  function element(name, className, text) {
    const e = document.createElement(name);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  }
  const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, t.Separator);
  // As the table of groups has it: line ends, and blanks where there is nothing else.
  const visible = (s) => (/^ +$/.test(s) ? s.replace(/ /g, "␣") : s.replace(/\r\n|\n|\r|\f/g, "⏎").replace(/\t/g, " "));

  function option(select, value, text) {
    const o = element("option", "", text);
    o.value = value;
    select.append(o);
  }
  data.rules.map((name, i) => [name, i]).sort().forEach(([name, i]) => option(byId("rule"), i, name));
  // A list of ten thousand names helps nobody, but the search finds names, too.
  data.documents.map((d, i) => [d[2] + d[3], i]).sort((a, b) => b[0] - a[0]).slice(0, 500)
    .sort((a, b) => a[1] - b[1]).forEach(([n, i]) => option(byId("doc"), i, data.documents[i][0] + " (" + number(n) + ")"));

  // "before→after" is one change exactly, and all else a part of a word or name.
  function matcher(q) {
    if (!q) return () => true;
    const arrow = q.indexOf("→");
    if (arrow >= 0) {
      const before = q.slice(0, arrow), after = q.slice(arrow + 1);
      return (r) => visible(r[BEFORE]) === before && visible(r[AFTER]) === after;
    }
    const wanted = q.toLowerCase();
    const names = data.documents.map((d) => d[0].toLowerCase().includes(wanted));
    return (r) => names[r[DOC]] || r[BEFORE].toLowerCase().includes(wanted) || r[AFTER].toLowerCase().includes(wanted);
  }

  const keys = {
    place: (r) => r[DOC] * 1e9 + r[LINE], before: (r) => r[BEFORE], after: (r) => r[AFTER],
    rule: (r) => data.rules[r[RULE]], confidence: (r) => r[CONFIDENCE],
  };

  function search() {
    const fits = matcher(state.q), least = state.min * 10;
    found = [];
    for (let i = 0; i < rows.length; i++) {
      const r = rows[i];
      if (r[CONFIDENCE] < least || (state.rule !== "" && r[RULE] !== +state.rule)) continue;
      if ((state.kind !== "" && r[APPLIED] !== +state.kind) || (state.doc !== "" && r[DOC] !== +state.doc)) continue;
      if (fits(r)) found.push(i);
    }
    if (state.sort) {
      const key = keys[state.sort], sign = state.down ? -1 : 1, compare = new Intl.Collator(document.documentElement.lang).compare;
      const values = new Map(found.map((i) => [i, key(rows[i])]));
      found.sort((a, b) => {
        const x = values.get(a), y = values.get(b);
        return sign * (typeof x === "string" ? compare(x, y) : x - y) || a - b;
      });
    }
  }

  function contextCell(r) {
    const cell = element("td", "context");
    cell.append(r[LEFT], element("del", "", visible(r[BEFORE])), " ", element("ins", "", visible(r[AFTER])), r[RIGHT]);
    return cell;
  }

  function rowElement(i) {
    const r = rows[i], row = element("tr", r[APPLIED] ? "" : "suggested");
    row.append(
      element("td", "place", data.documents[r[DOC]][0] + ":" + r[LINE] + ":" + r[COLUMN]), contextCell(r),
      element("td", "before", visible(r[BEFORE])), element("td", "after", visible(r[AFTER])),
      element("td", "rule", data.rules[r[RULE]] + (r[APPLIED] ? "" : " (" + t.Suggested + ")")),
      element("td", "number", Math.round(r[CONFIDENCE] / 10) + " %"));
    return row;
  }

  function show(limit) {
    const pages = Math.max(1, Math.ceil(found.length / perPage));
    state.page = Math.min(Math.max(0, state.page), pages - 1);
    const first = limit ? 0 : state.page * perPage;
    body.replaceChildren(...found.slice(first, first + (limit || perPage)).map(rowElement));
    byId("position").textContent = t.Page + " " + number(state.page + 1) + " " + t.Of + " " + number(pages) + " · " + number(found.length) + " " + t.Rows;
    byId("previous").disabled = state.page === 0;
    byId("next").disabled = state.page === pages - 1;
    byId("none").hidden = found.length > 0;
    for (const button of document.querySelectorAll("[data-sort]")) {
      const sorted = button.dataset.sort === state.sort;
      button.closest("th").setAttribute("aria-sort", sorted ? (state.down ? "descending" : "ascending") : "none");
    }
  }

  // What is shown has an address, to send to others and to go back to.
  function remember() {
    const p = new URLSearchParams(), empty = fresh();
    for (const name of Object.keys(empty)) if (state[name] !== empty[name]) p.set(name, state[name]);
    history.replaceState(null, "", "#" + p);
  }
  function recall() {
    const p = new URLSearchParams(location.hash.slice(1));
    state = fresh();
    for (const name of ["q", "rule", "kind", "doc", "sort"]) if (p.has(name)) state[name] = p.get(name);
    if (!(state.sort in keys)) state.sort = "";
    // A rule may be named, too, which is easier to write by hand.
    if (state.rule !== "" && isNaN(state.rule)) state.rule = String(data.rules.indexOf(state.rule));
    state.min = Math.min(100, Math.max(0, Number(p.get("min")) || 0));
    state.page = Math.max(0, Math.floor(Number(p.get("page")) || 0));
    state.down = p.get("down") === "true";
  }
  function fillForm() {
    for (const name of ["q", "rule", "kind", "doc", "min"]) byId(name).value = state[name];
    byId("min-shown").textContent = state.min + " %";
  }
  function update() { search(); show(); remember(); fillForm(); }

  let waiting = 0;
  byId("filter").addEventListener("input", () => {
    byId("min-shown").textContent = byId("min").value + " %";
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const name of ["q", "rule", "kind", "doc"]) state[name] = byId(name).value;
      state.min = +byId("min").value;
      state.page = 0;
      search(); show(); remember();
    }, 120);
  });
  byId("filter").addEventListener("submit", (e) => e.preventDefault());
  byId("filter").addEventListener("reset", (e) => { e.preventDefault(); state = fresh(); update(); });

  function turn(by) { state.page += by; show(); remember(); byId("rows").scrollIntoView({ block: "nearest" }); }
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  for (const button of document.querySelectorAll("[data-sort]")) button.addEventListener("click", () => {
    const again = state.sort === button.dataset.sort;
    state.down = again ? !state.down : false;
    state.sort = button.dataset.sort;
    state.page = 0;
    update();
  });

  const groups = byId("groups");
  function chooseGroup(row) {
    const cells = row.cells;
    state = fresh();
    state.q = cells[1].textContent + "→" + cells[2].textContent;
    state.rule = String(data.rules.indexOf(cells[3].textContent));
    state.kind = cells[6].querySelector("em") ? "0" : "1";
    update();
    byId("places").scrollIntoView();
  }
  if (groups) {
    groups.classList.add("live");
    for (const row of groups.tBodies[0].rows) row.tabIndex = 0;
    groups.addEventListener("click", (e) => { const row = e.target.closest("tbody tr"); if (row) chooseGroup(row); });
    groups.addEventListener("keydown", (e) => {
      const row = e.target.closest("tbody tr");
      if (row && e.key === "Enter") chooseGroup(row);
    });
  }

  let here = -1;
  function move(by) {
    const all = body.rows;
    if (!all.length) return;
    if (all[here]) all[here].classList.remove("here");
    here = Math.min(all.length - 1, Math.max(0, here + by));
    all[here].classList.add("here");
    all[here].scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("keydown", (e) => {
    const typing = /^(INPUT|SELECT)$/.test(e.target.tagName);
    if (e.key === "Escape") { state = fresh(); update(); e.target.blur(); return; }
    if (typing || e.ctrlKey || e.altKey || e.metaKey) return;
    const act = {
      "/": () => byId("q").focus(), n: () => { if (!byId("next").disabled) turn(1); here = -1; },
      p: () => { if (!byId("previous").disabled) turn(-1); here = -1; }, j: () => move(1), k: () => move(-1),
      g: () => { if (groups) { byId("frequent").scrollIntoView(); groups.tBodies[0].rows[0].focus(); } },
    }[e.key];
    if (act) { e.preventDefault(); act(); }
  });

  window.addEventListener("beforeprint", () => show(2000));
  window.addEventListener("afterprint", () => show());
  window.addEventListener("hashchange", () => { recall(); update(); });
  byId("places").hidden = rows.length === 0;
  recall();
  update();
})();
