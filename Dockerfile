# For those who prefer a container: docker build -t pagewise . && docker run --rm -p 4173:4173 pagewise
FROM emscripten/emsdk:6.0.5

WORKDIR /pagewise
COPY . .
RUN npm run build
EXPOSE 4173
# Pagewise listens on the container's own loopback only; python3 serves the built site to the outside.
CMD ["python3", "-m", "http.server", "4173", "--directory", "dist"]
