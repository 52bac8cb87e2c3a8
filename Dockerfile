FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /out/klartext ./cmd/klartext
# Reports keep what they gather in temporary files.
RUN mkdir -m 1777 /out/tmp

FROM scratch
COPY --from=build /out/ /
COPY LICENSE NOTICE /licenses/
USER 65532:65532
WORKDIR /data
ENTRYPOINT ["/klartext"]
