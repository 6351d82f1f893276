// A question of the bank as contestants see and answer it; nothing is sent.
import { Paper } from "./room/paper.js";

const root = document.getElementById("xem-thu");
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const paper = new Paper(root, document.createElement("ol"), { words: read("loi-xem-thu"), files: root.dataset.files }, () => {});
paper.draw([read("cau-xem-thu")], {}, []);
