// Gives Neo4j Browser, which keeps what it knows in localStorage, the password that stands behind # in the address of
// this page, and the guide's queries among the favourites. Then it goes there.
"use strict";

const ID = "$$discovery"; // what Browser calls its one connection
const kept = (name, otherwise) => JSON.parse(localStorage.getItem(`neo4j.${name}`)) ?? otherwise;
const keep = (name, value) => localStorage.setItem(`neo4j.${name}`, JSON.stringify(value));

function connect(host, password) {
  const connection = {id: ID, name: ID, type: "bolt", host, username: "neo4j", password, authenticationMethod: "NATIVE"};
  keep("connections", {allConnectionIds: [ID], connectionsById: {[ID]: connection}});
}

function addFavourites(folder, scripts) {
  const theirs = (item) => item.id !== folder && item.folder !== folder;
  keep("folders", [...kept("folders", []).filter(theirs), {id: folder, name: folder}]);
  keep("documents", [...kept("documents", []).filter(theirs), ...scripts.map((item) => ({...item, folder}))]);
}

const password = decodeURIComponent(location.hash.slice(1));
if (password) connect([[bolt]], password);
addFavourites([[folder]], [[favourites]]);
keep("settings", {...kept("settings", {}), initCmd: ""}); // else its own start page lies over the guide
location.replace("../");
