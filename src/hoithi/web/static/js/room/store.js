// Keeps one record on this device: IndexedDB, else localStorage, else this page's memory only.
const NAME = "hoi-thi";
const TABLE = "luot-thi";

const asPromise = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function openDatabase() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
  return asPromise(request);
}

function inDatabase(database) {
  // A record is on disk when its transaction is complete, not when its request succeeded.
  const write = (deed) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(TABLE, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
      deed(transaction.objectStore(TABLE));
    });
  return {
    safe: true,
    get: (key) => asPromise(database.transaction(TABLE).objectStore(TABLE).get(key)),
    put: (key, value) => write((table) => table.put(value, key)),
    remove: (key) => write((table) => table.delete(key)),
  };
}

function inLocalStorage() {
  const name = (key) => `${NAME}:${key}`;
  localStorage.setItem(name("thu"), "1");
  localStorage.removeItem(name("thu"));
  return {
    safe: true,
    get: async (key) => JSON.parse(localStorage.getItem(name(key)) || "null") || undefined,
    put: async (key, value) => localStorage.setItem(name(key), JSON.stringify(value)),
    remove: async (key) => localStorage.removeItem(name(key)),
  };
}

function inMemory() {
  const kept = new Map();
  return {
    safe: false,
    get: async (key) => kept.get(key),
    put: async (key, value) => void kept.set(key, JSON.parse(JSON.stringify(value))),
    remove: async (key) => void kept.delete(key),
  };
}

// `safe` says whether a reloaded page will find its record again.
export async function openStore() {
  try {
    const database = inDatabase(await openDatabase());
    await database.put("thu", 1);
    return database;
  } catch {
    try {
      return inLocalStorage();
    } catch {
      return inMemory();
    }
  }
}

// A name for this device, made once; it tells two devices apart and nothing else.
export function deviceName() {
  const fresh = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0"));
  try {
    const kept = localStorage.getItem("may") || fresh().join("");
    localStorage.setItem("may", kept);
    return kept;
  } catch {
    return fresh().join("");
  }
}
