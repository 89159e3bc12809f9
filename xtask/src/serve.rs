//! A static server for localhost: enough for the page and its tests, and nothing more.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::command::announce;
use crate::precompressed;

/// A running server; it serves until it is stopped or the program ends.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    stopped: Arc<AtomicBool>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves the files of these folders, an earlier folder before a later one, on a port of localhost (0: any free one).
    pub fn start(folders: Vec<PathBuf>, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let requests = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&requests);
        let folders = Arc::new(folders);
        let stopped = Arc::new(AtomicBool::new(false));
        let is_stopped = Arc::clone(&stopped);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if is_stopped.load(Ordering::Relaxed) {
                    break;
                }
                let (folders, log) = (Arc::clone(&folders), Arc::clone(&log));
                // A browser that goes away in the middle of an answer is nothing to speak of.
                thread::spawn(move || answer(stream, &folders, &log).ok());
            }
        });
        Ok(Self { address, stopped, requests })
    }

    /// The address of the page.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers nobody any more.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        // It notices when somebody comes; this is nobody's visit.
        drop(TcpStream::connect(self.address));
    }

    /// The targets of all requests so far.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Serves a folder on this port, or on the first free one of the twenty after it, until the program is stopped.
pub fn until_interrupted(folder: &Path, port: u16) -> Result<()> {
    let ports = port..=port.saturating_add(20);
    let server = ports.clone().find_map(|port| Server::start(vec![folder.to_owned()], port).ok());
    let server = server.with_context(|| format!("no free port between {} and {}", ports.start(), ports.end()))?;
    announce(&format!("Factmark is at {} (Ctrl+C stops it)", server.url().replace("127.0.0.1", "localhost")));
    loop {
        thread::sleep(Duration::from_hours(1));
    }
}

fn answer(mut stream: TcpStream, folders: &[PathBuf], log: &Mutex<Vec<String>>) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?.take(16 * 1024));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut accepted = String::new();
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("accept-encoding")
        {
            accepted = value.to_ascii_lowercase();
        }
        header.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    log.lock().unwrap_or_else(PoisonError::into_inner).push(target.to_owned());
    let file = (method == "GET" || method == "HEAD").then(|| find(target, folders)).flatten();
    let (status, kind, encoding, body) = match file {
        Some(file) => {
            let (encoding, body) = content(&file, &accepted)?;
            ("200 OK", media_type(&file), encoding, body)
        }
        None => ("404 Not Found", "text/plain; charset=utf-8", "", b"not found\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{encoding}Content-Length: {}\r\nCache-Control: no-cache\r\n\
         Vary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    Ok(stream.flush()?)
}

/// What is sent of a file: what was compressed beforehand where the browser takes it, with the header that says so.
fn content(file: &Path, accepted: &str) -> Result<(&'static str, Vec<u8>)> {
    let takes = |name: &str| accepted.split(',').any(|one| one.split(';').next().unwrap_or_default().trim() == name);
    for (name, extension, header) in
        [("br", "br", "Content-Encoding: br\r\n"), ("gzip", "gz", "Content-Encoding: gzip\r\n")]
    {
        if takes(name)
            && let Ok(body) = fs::read(precompressed::beside(file, extension))
        {
            return Ok((header, body));
        }
    }
    Ok(("", fs::read(file)?))
}

/// The file a request means. Nothing outside the folders is one.
fn find(target: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    folders.iter().filter(|_| plain).map(|folder| folder.join(path)).find(|file| file.is_file())
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(server: &Server, target: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn serves_files_and_only_those_of_its_folder() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let server = Server::start(vec![here.join("src"), here.to_owned()], 0).unwrap();
        assert!(get(&server, "/serve.rs?x").contains("fn serves_files_and_only_those_of_its_folder"));
        assert!(get(&server, "/Cargo.toml").starts_with("HTTP/1.1 200"));
        for target in ["/", "/none.rs", "/../Cargo.lock", "//etc/passwd", "/src", "serve.rs", ""] {
            assert!(get(&server, target).starts_with("HTTP/1.1 404"), "{target}");
        }
        assert_eq!(server.requests().len(), 9);
    }

    #[test]
    fn sends_what_is_compressed_to_those_who_take_it() {
        let folder = std::env::temp_dir().join(format!("factmark-serve-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (name, body) in [("a.js", "plain"), ("a.js.br", "brotli"), ("a.js.gz", "gzip")] {
            fs::write(folder.join(name), body).unwrap();
        }
        let file = folder.join("a.js");
        let sent = |accepted| String::from_utf8(content(&file, accepted).unwrap().1).unwrap();
        assert_eq!([sent(" gzip, deflate, br;q=1, zstd"), sent("gzip"), sent("")], ["brotli", "gzip", "plain"]);
        fs::remove_dir_all(folder).unwrap();
    }
}
